import { problem, type Problem } from '../problems/problem.ts';

const listOf = (...texts: readonly string[]): ReadonlySet<string> => new Set(texts.join(' ').split(/\s+/));

/** Each domain directly below these is one tenant's. */
const ofTenants = listOf('onmicrosoft.com onmicrosoft.us mail.onmicrosoft.com');

/** What lies below these belongs to different people each time: builders of web sites, clouds, code hosts. */
const ofMany = listOf(
  'sharepoint.com azurewebsites.net azurestaticapps.net cloudapp.net cloudapp.azure.com windows.net',
  'amazonaws.com cloudfront.net herokuapp.com netlify.app vercel.app pages.dev web.app firebaseapp.com',
  'github.io gitlab.io wixsite.com wixstudio.com editorx.io wordpress.com wpcomstaging.com jimdo.com jimdofree.com',
  'jimdosite.com squarespace.com myshopify.com weebly.com weeblysite.com godaddysites.com business.site square.site',
  'webflow.io webnode.com webnode.page webnode.fr yolasite.com site123.me mystrikingly.com carrd.co notion.site',
  'canva.site framer.website framer.app hs-sites.com hubspotpages.com mailchimpsites.com myportfolio.com',
  'bigcartel.com 000webhostapp.com e-monsite.com over-blog.com pagesperso-orange.fr tripod.com homestead.com',
  'tumblr.com substack.com ueniweb.com',
);

/** Everybody has a page at these, so an address there tells nothing of whose domain it is. */
const pages = listOf(
  'facebook.com fb.com fb.me instagram.com threads.net threads.com linkedin.com lnkd.in x.com twitter.com t.co',
  'youtube.com youtu.be tiktok.com pinterest.com snapchat.com reddit.com vimeo.com twitch.tv discord.gg discord.com',
  'telegram.me t.me whatsapp.com wa.me xing.com vk.com medium.com github.com gitlab.com linktr.ee bit.ly tinyurl.com',
  'goo.gl g.page g.co google.com wix.com shopify.com strikingly.com etsy.com yelp.com pagesjaunes.fr',
);

/** Everybody may have a mailbox at these. */
const mailboxes = listOf(
  'gmail.com googlemail.com live.com live.fr live.co.uk live.nl live.be live.de live.ca live.it msn.com passport.com',
  'icloud.com me.com mac.com aol.com ymail.com rocketmail.com proton.me protonmail.com protonmail.ch pm.me',
  'tutanota.com tuta.com gmx.com gmx.de gmx.net gmx.at gmx.ch gmx.fr web.de t-online.de freenet.de mail.com mail.ru',
  'yandex.ru yandex.com zoho.com zohomail.com fastmail.com hey.com laposte.net wanadoo.fr btinternet.com qq.com',
  '163.com 126.com libero.it',
);

/** The same mail services under every country. */
const mailboxFamily = /^(?:hotmail|outlook|yahoo)\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/;
const pageFamily = /^(?:blogspot|google|tripadvisor)\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/;

/** True for a domain below which nothing belongs to whoever has the domain. */
export function isParentOfMany(domain: string): boolean {
  return ofTenants.has(domain) || ofMany.has(domain) || domain.startsWith('blogspot.');
}

/** True for a mail host that everybody uses, such as gmail.com. */
export function isMailboxOfMany(domain: string): boolean {
  return mailboxes.has(domain) || mailboxFamily.test(domain);
}

/** True for the host of a web site that many share, such as contoso.wordpress.com: its domain is no customer's. */
export function isSiteOfMany(host: string): boolean {
  const labels = host.split('.');
  return labels.some((_label, at) => {
    const domain = labels.slice(at).join('.');
    return ofMany.has(domain) || pages.has(domain) || pageFamily.test(domain) || isMailboxOfMany(domain);
  });
}

/** Why such a host names no customer. */
export function hostOfMany(domain: string): Problem {
  return problem('domain-of-many', { domain });
}

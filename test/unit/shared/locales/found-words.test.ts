import { expect, it } from 'vitest';
import { helpTopicIds } from '#shared/access/topic-ids.ts';
import { pageWords, topicWords } from '#shared/locales/found-words.ts';
import { catalogues } from '#shared/locales/messages.ts';
import { catalogueIds } from '#shared/portals/catalogue-ids.ts';

it('each page is found by its name and phrases in every language', () => {
  expect(Object.keys(pageWords).sort()).toEqual([...catalogueIds].sort());
  for (const id of catalogueIds)
    for (const texts of Object.values(catalogues))
      expect(pageWords[id]).toEqual(
        expect.arrayContaining([texts[`page.${id}`], ...texts[`page.${id}.words`].split(', ')]),
      );
});

it('each part of the help is found by its phrases in every language', () => {
  expect(Object.keys(topicWords).sort()).toEqual([...helpTopicIds].sort());
  for (const id of helpTopicIds)
    for (const texts of Object.values(catalogues))
      expect(topicWords[id]).toEqual(expect.arrayContaining(texts[`help.topic.${id}.words`].split(', ')));
});

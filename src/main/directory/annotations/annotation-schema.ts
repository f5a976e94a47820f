import { z } from 'zod';
import type { Annotation } from '../../../shared/customer.ts';
import { isolationLevels } from '../../../shared/isolation.ts';

const text = z.string().nullable();

/** The form of an AnnotationChange; how long each may be and what it may say is for `changeAnnotation` to judge. */
export const annotationChangeSchema = z
  .object({
    name: text,
    aliases: z.array(z.string()).nullable(),
    tags: z.array(z.string()).nullable(),
    favourite: z.boolean().nullable(),
    hidden: z.boolean().nullable(),
    note: text,
    instruction: z.strictObject({ text: z.string(), atLaunch: z.boolean() }).nullable(),
    colour: text,
    links: z.array(z.strictObject({ name: z.string(), url: z.string() })).nullable(),
    browser: text,
    isolation: z.enum(isolationLevels).nullable(),
    ownProfile: text,
    accountId: text,
  } satisfies Record<keyof Annotation, z.ZodType>)
  .partial();

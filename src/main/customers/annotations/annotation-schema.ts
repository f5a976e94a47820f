import { z } from 'zod';
import type { Annotation, AnnotationChange } from '#shared/customer/customer.ts';
import { isolationLevels } from '#shared/customer/isolation.ts';

const text = z.string().nullable().exactOptional();
const texts = z.array(z.string()).nullable().exactOptional();
const choice = z.boolean().nullable().exactOptional();

/** The form of an AnnotationChange; how long each may be and what it may say is for `changeAnnotation` to judge. */
export const annotationChangeSchema = z.object({
  name: text,
  aliases: texts,
  tags: texts,
  favourite: choice,
  hidden: choice,
  note: text,
  instruction: z.strictObject({ text: z.string(), atLaunch: z.boolean() }).nullable().exactOptional(),
  colour: text,
  links: z
    .array(z.strictObject({ name: z.string(), url: z.string() }))
    .nullable()
    .exactOptional(),
  browser: text,
  isolation: z.enum(isolationLevels).nullable().exactOptional(),
  ownProfile: text,
  accountId: text,
} satisfies Record<keyof Annotation, z.ZodType<AnnotationChange[keyof AnnotationChange]>>);

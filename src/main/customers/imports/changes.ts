import type { Annotation, ObservedCustomer } from '#shared/customer/customer.ts';
import type { ImportValue, PlannedChange } from '#shared/imports/import.ts';
import { annotationChangeSchema } from '../annotations/annotation-schema.ts';
import type { ImportStep } from './import-step.ts';

/** What a step changes, field by field, as people read it. */
export function changesOf({ before, after }: ImportStep): readonly PlannedChange[] {
  const ownList = {
    field: 'ownList',
    before: before.listed === undefined ? null : true,
    after: true,
  } as const;
  const listed = (['name', 'defaultDomain', 'domains'] as const).map((field) => ({
    field: field === 'name' ? ('listedName' as const) : field,
    before: listedValue(before.listed, field),
    after: listedValue(after.listed, field),
  }));
  const written = annotationChangeSchema.keyof().options.map((field) => ({
    field,
    before: shown(before.annotation ?? {}, field),
    after: shown(after.annotation, field),
  }));
  return [ownList, ...listed, ...written].filter((change) => !same(change.before, change.after));
}

function listedValue(
  listed: ObservedCustomer | undefined,
  field: 'name' | 'defaultDomain' | 'domains',
): ImportValue {
  const value = listed?.[field];
  return value === undefined || value.length === 0 ? null : value;
}

function shown(annotation: Annotation, field: keyof Annotation): ImportValue {
  const { links, instruction } = annotation;
  if (field === 'links') return links ? links.map(({ name, url }) => `${name} ${url}`) : null;
  if (field === 'instruction')
    return instruction ? `${instruction.atLaunch ? '! ' : ''}${instruction.text}` : null;
  return annotation[field] ?? null;
}

function same(one: ImportValue, other: ImportValue): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

import { describe, expect, it } from 'vitest';
import { parseList } from '../../../../../src/main/customers/formats/parse-list.ts';

const [one, other] = [
  '1b5c2d7e-3f4a-4b6c-8d9e-0a1b2c3d4e5f',
  '2c6d3e8f-4a5b-4c7d-9e0f-1b2c3d4e5f60',
] as const;

async function read(text: string) {
  const list = await parseList(text);
  return list.ok
    ? {
        names: list.value.rows.map(({ name }) => name),
        refused: list.value.refused.map((each) => each.problem.kind),
      }
    : list.error.kind;
}

describe('the name in a line without a heading', () => {
  it.each([
    [`1\tContoso\t${one}\n2\tFabrikam\t${other}`, ['Contoso', 'Fabrikam']],
    [`Contoso;admin@contoso.example;${one}`, ['Contoso']],
    [`Contoso, 2024-01-31, ${one}`, ['Contoso']],
    [`Contoso | 1 250,00 € | ${one}`, ['Contoso']],
    [`"Contoso, Inc." ${one}\n'Fabrikam' ${other}`, ['Contoso, Inc.', 'Fabrikam']],
    [`«\u00a0Léa\u00a0» ${one}`, ['Léa']],
    // A name of figures alone is one where nothing else is said.
    [`365\t${one}`, ['365']],
    [`Contoso (prod) ${one}`, ['Contoso (prod)']],
    [`O'Neill & "Sons" ${one}`, ['O\'Neill & "Sons"']],
  ])('%j', async (text, names) => {
    expect(await read(text)).toEqual({ names, refused: [] });
  });

  it.each([
    [`INSERT INTO customers VALUES ('Contoso', '${one}');`, 'list-name-unclear'],
    [`@{ Name = 'Contoso'; TenantId = '${one}' }`, 'list-name-unclear'],
    [`tenant_id = "${one}" # Contoso`, 'list-name-unclear'],
    [`Contoso [${'x'.repeat(5)} ${one}`, 'list-name-unclear'],
    [`{'Contoso': '${one}', 'Fabrikam': '${other}'}`, 'link-ambiguous'],
  ])('is nobody’s guess in %j', async (text, why) => {
    expect(await read(text)).toEqual({ names: [], refused: [why] });
  });
});

import type { Customer } from '#shared/customer/customer.ts';
import { rowSizes, themes } from '#shared/settings/settings.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import type { Row } from '../../finder/results/row.ts';
import { ResultRow } from '../../finder/list/result-row.tsx';
import { rowHeights } from '../../finder/list/row-height.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Field } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';

/** Theme and size, with rows of the finder that change as they are chosen. */
export function AppearanceSection(props: SectionProps) {
  const { t } = useText();
  const theme = useSetting(props, 'theme');
  const size = useSetting(props, 'rowSize');
  const problem = theme.problem ?? size.problem;
  return (
    <Section title={t('appearance.title')}>
      <Field label={t('appearance.theme')} locked={theme.lock}>
        {(control) => (
          <select
            {...control}
            value={theme.value}
            onChange={({ currentTarget: { value } }) => {
              const chosen = themes.find((each) => each === value);
              if (chosen) void theme.change(chosen);
            }}
          >
            {themes.map((each) => (
              <option key={each} value={each}>
                {t(`appearance.theme.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('appearance.rowSize')} locked={size.lock}>
        {(control) => (
          <select
            {...control}
            value={size.value}
            onChange={({ currentTarget: { value } }) => {
              const chosen = rowSizes.find((each) => each === value);
              if (chosen) void size.change(chosen);
            }}
          >
            {rowSizes.map((each) => (
              <option key={each} value={each}>
                {t(`appearance.rowSize.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div
        class="appearance-preview"
        data-row-size={size.value}
        role="img"
        aria-label={t('appearance.preview')}
        style={{ height: `${samples.length * rowHeights[size.value] + 1}rem` }}
      >
        <div class="appearance-rows" aria-hidden="true">
          {samples.map((row, index) => (
            <ResultRow
              key={row.customer.tenantId}
              row={row}
              index={index}
              count={samples.length}
              highlighted={index === 0}
              accounts={[]}
              number={null}
              selected={null}
              open={false}
              size={size.value}
              others={[]}
            />
          ))}
        </div>
      </div>
      {problem && <ProblemNotice problem={problem} announce />}
    </Section>
  );
}

const samples: readonly Row[] = ['Contoso', 'Fabrikam', 'Northwind Traders'].flatMap((name, index) => {
  const tenantId = parseTenantId(`${index + 1}1111111-2222-4333-8444-555555555555`);
  const domain = `${name.split(' ', 1)[0]?.toLowerCase()}.example`;
  if (tenantId === undefined) return [];
  const customer: Customer = {
    tenantId,
    name,
    domains: [domain],
    defaultDomain: domain,
    aliases: [],
    tags: [],
    favourite: index === 0,
    hidden: false,
    access: ['member'],
    accountIds: [],
  };
  const plain = (text: string) => ({ text, ranges: [] });
  return [{ customer, name: plain(name), detail: plain(domain), tellApart: false, sign: null }];
});

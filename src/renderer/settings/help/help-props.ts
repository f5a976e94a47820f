import type { Customer } from '#shared/customer/customer.ts';
import type { SectionProps } from '../../sections/section-props.ts';

/** What each part of the help gets: the customer it is about is chosen above. */
export interface HelpProps extends SectionProps {
  readonly customer: Customer | undefined;
}

/** A portal page that can be opened for a customer. The catalogue holds what each one is. */
export type DestinationId = 'defender';

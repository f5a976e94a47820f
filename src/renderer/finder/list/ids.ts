/** The ids by which the input, its list and its options name one another. */
export const listId = 'customers';
export const optionId = (key: string): string => `customer-${key}`;

export const inputId = 'query';

/** The address by which a phone calls a number. */
export const phoneHref = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`;

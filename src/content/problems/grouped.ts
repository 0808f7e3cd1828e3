/** A number for a message: thousands grouped, nothing rounded. */
export const grouped = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 20 });

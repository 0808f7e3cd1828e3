/** Shades by the share of the whole that a count makes up, lightest first. */
const SHADES = [
	[0.005, ' '],
	[0.05, '░'],
	[0.2, '▒'],
	[0.5, '▓'],
] as const;

/** A block that is the darker the larger the share: so that the heavy cells of a matrix are seen before they are read. */
export const shade = (share: number): string => SHADES.find(([most]) => share < most)?.[1] ?? '█';

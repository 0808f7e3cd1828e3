/** Returns the contrast of two colours, `#rrggbb`, from 1 to 21 (WCAG 2.2). */
export function contrast(first: string, second: string): number {
	const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast that a cell needs: of text, or of a mark or line. */
export const neededContrast = (text: string): number => (/[\p{L}\p{N}]/u.test(text) ? 4.5 : 3);

/** Backgrounds that the dark and light themes are made for: black and white, and those of common colour schemes. */
export const DARK_PAPERS = ['#000000', '#1d2027', '#002b36', '#282c34', '#282a36', '#2e3440'] as const;
export const LIGHT_PAPERS = ['#ffffff', '#fafafa', '#fdf6e3', '#eee8d5'] as const;

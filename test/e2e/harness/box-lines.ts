/** The arms of each box-drawing character, from the middle of its cell: up, right, down, left. */
const ARMS: Readonly<Record<string, string>> = {
	'─': 'rl',
	'│': 'ud',
	'┌': 'rd',
	'┐': 'dl',
	'└': 'ur',
	'┘': 'ul',
	'├': 'urd',
	'┤': 'udl',
	'┬': 'rdl',
	'┴': 'url',
	'┼': 'urdl',
	'╭': 'rd',
	'╮': 'dl',
	'╰': 'ur',
	'╯': 'ul',
};

const LEFT_BLOCKS = '█▉▊▋▌▍▎▏';
const LOWER_BLOCKS = ' ▁▂▃▄▅▆▇█';

/** Returns the SVG path of a box-drawing character in a cell; null for any other character. */
export function boxPath(character: string, x: number, y: number, width: number, height: number): string | null {
	const [middle, centre] = [x + width / 2, y + height / 2];
	const ends: Readonly<Record<string, string>> = {
		u: `M${middle} ${centre}V${y}`,
		r: `M${middle} ${centre}H${x + width}`,
		d: `M${middle} ${centre}V${y + height}`,
		l: `M${middle} ${centre}H${x}`,
	};
	const arms = ARMS[character];
	if (arms) return [...arms].map((arm) => ends[arm]).join('');
	return null;
}

/** Returns the part of its cell that a block character fills; null for any other character. */
export function blockPart(character: string): { readonly width: number; readonly height: number } | null {
	const lower = LOWER_BLOCKS.indexOf(character);
	if (lower > 0) return { width: 1, height: lower / 8 };
	const left = LEFT_BLOCKS.indexOf(character);
	return left > 0 ? { width: 1 - left / 8, height: 1 } : null;
}

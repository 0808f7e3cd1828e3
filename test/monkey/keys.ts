const ESC = '\u001b';

const NAMED: Readonly<Record<string, string>> = {
	...{ enter: '\r', tab: '\t', escape: ESC, backspace: '\u007f', 'ctrl+backspace': '\b', 'shift+tab': `${ESC}[Z` },
	...{ up: `${ESC}[A`, down: `${ESC}OB`, right: `${ESC}[C`, left: `${ESC}OD`, home: `${ESC}[H`, end: `${ESC}[4~` },
	...{ pageup: `${ESC}[5~`, pagedown: `${ESC}[6~`, delete: `${ESC}[3~` },
};
const MODIFIERS: readonly (readonly [string, number])[] = [
	['shift+', 2],
	['alt+', 3],
	['ctrl+', 5],
];

/** Returns the bytes that a terminal sends for a key name. */
export function sequenceOf(name: string): string {
	const known = NAMED[name] ?? (name.length === 1 ? name : undefined);
	if (known !== undefined) return known;
	for (const [prefix, number] of MODIFIERS) {
		if (!name.startsWith(prefix)) continue;
		const key = name.slice(prefix.length);
		const letter = { up: 'A', down: 'B', right: 'C', left: 'D' }[key];
		if (letter !== undefined) return `${ESC}[1;${number}${letter}`;
		if (prefix === 'ctrl+') return String.fromCharCode(key.toUpperCase().charCodeAt(0) & 0x1f);
		if (prefix === 'alt+') return `${ESC}${sequenceOf(key)}`;
	}
	throw new Error(`no terminal sends ${name}`);
}

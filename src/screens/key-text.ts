/** Keys whose printed names differ from those of the decoder. */
const NAMES: Readonly<Record<string, string>> = {
	' ': 'Space',
	escape: 'Esc',
	pagedown: 'PgDn',
	pageup: 'PgUp',
	left: '←',
	right: '→',
	up: '↑',
	down: '↓',
};

/** Returns a key as it is printed: `ctrl+g` is `Ctrl-G`, `shift+right` is `Shift-→`, `u` is `u`. */
export function keyText(key: string): string {
	const parts = key.length > 1 ? key.split('+') : [key];
	return parts
		.map((part, i) => NAMES[part] ?? (part.length > 1 || i > 0 ? `${part[0]?.toUpperCase()}${part.slice(1)}` : part))
		.join('-');
}

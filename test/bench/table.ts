/** Formats rows as a text table: the first column left-aligned, figures right-aligned. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
	const all = [header, ...rows];
	const widths = header.map((_, i) => Math.max(...all.map((row) => (row[i] ?? '').length)));
	const line = (row: readonly string[]): string =>
		row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
	return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

export const formatMs = (value: number): string => value.toFixed(1);

export const formatWhole = (value: number): string => Math.round(value).toLocaleString('en-US');

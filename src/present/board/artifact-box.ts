import type { ScenarioDocument } from '../../content/index.js';
import { type FittedTable, fitTable } from '../../text/fit-table.js';
import type { Line } from '../../text/line.js';
import { pad, wrap } from '../../text/width.js';

type Artifact = NonNullable<ScenarioDocument['artifact']>;

/** An artifact inside a text: its title, and its table in a frame, as it was first seen. */
export function artifactBox({ title, columns, rows }: Artifact, room: number): readonly Line[] {
	const tables = fitTable([columns, ...rows.map((row) => row.map(String))], room);
	return [...wrap(title, room).map((text): Line => [{ text: ` ${text}`, bold: true }]), ...tables.flatMap(box)];
}

function box({ widths, rows }: FittedTable): readonly Line[] {
	const rule = ([left, middle, right]: readonly [string, string, string]): Line => [
		{ text: ` ${left}${widths.map((wide) => '─'.repeat(wide + 2)).join(middle)}${right}`, tone: 'dim' },
	];
	// Where a row takes several lines, only a rule says where it ends.
	const ruled = rows.some((lines, i) => i > 0 && lines.length > 1);
	const body = rows.flatMap((lines, i): Line[] => [
		...lines.map((texts) => rowLine(texts, widths, i === 0)),
		...(i === 0 || (ruled && i < rows.length - 1) ? [rule(['├', '┼', '┤'])] : []),
	]);
	return [rule(['┌', '┬', '┐']), ...body, rule(['└', '┴', '┘'])];
}

function rowLine(texts: readonly string[], widths: readonly number[], bold: boolean): Line {
	const cells = widths.flatMap(
		(wide, i): Line => [
			{ text: ' │ ', tone: 'dim' },
			{ text: pad(texts[i] ?? '', wide), bold },
		],
	);
	return [...cells, { text: ' │', tone: 'dim' }];
}

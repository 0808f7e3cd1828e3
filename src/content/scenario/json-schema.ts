import { z } from 'zod';
import { rawScenario } from './raw/scenario.js';

/**
 * The JSON Schema of scenario files as people write them, with a description for every field, so that editors
 * complete and check them. It covers structure; what holds between fields is checked when a file is loaded.
 * Draft 7, which the usual YAML language server knows best.
 */
export function scenarioJsonSchema(): object {
	const { $schema, ...rest } = z.toJSONSchema(rawScenario, { target: 'draft-7', io: 'input' });
	return { $schema, title: 'Dispatch Board scenario', ...rest };
}

/** The same as the text of `schema/scenario.schema.json`, in the layout that the repository's formatter keeps. */
export function scenarioJsonSchemaText(): string {
	return `${layOut(scenarioJsonSchema(), '', 0)}\n`;
}

const WIDTH = 120;
const TAB_WIDTH = 2;

/** JSON indented with tabs, except that a list of plain values stays on one line where it fits. */
function layOut(value: unknown, indent: string, before: number): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const isList = Array.isArray(value);
	if (isList && value.every((item) => typeof item !== 'object')) {
		const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
		// One more for the comma that may follow.
		if (indent.length * TAB_WIDTH + before + line.length + 1 <= WIDTH) return line;
	}
	const deeper = `${indent}\t`;
	const parts = Object.entries(value).map(([key, item]) => {
		const name = isList ? '' : `${JSON.stringify(key)}: `;
		return `${deeper}${name}${layOut(item, deeper, name.length)}`;
	});
	const [open, close] = isList ? '[]' : '{}';
	return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

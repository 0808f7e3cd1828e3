import { z } from 'zod';
import { rawScenario } from './raw/scenario.js';

/**
 * Returns the JSON Schema of scenario files, with a description for every field, for completion and checks in editors.
 * It covers structure only; constraints between fields are checked when a file is loaded. Draft 7, which the common
 * YAML language server supports best.
 */
export function scenarioJsonSchema(): object {
	const { $schema, ...rest } = z.toJSONSchema(rawScenario, { target: 'draft-7', io: 'input' });
	return { $schema, title: 'Dispatch Board scenario', ...rest };
}

/** Returns the text of `schema/scenario.schema.json`, in the layout of the repository's formatter. */
export function scenarioJsonSchemaText(): string {
	return `${formatJson(scenarioJsonSchema(), '', 0)}\n`;
}

const WIDTH = 120;
const TAB_WIDTH = 2;

/** Formats JSON with tabs, but keeps a list of plain values on one line if it fits. */
function formatJson(value: unknown, indent: string, prefixWidth: number): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const isList = Array.isArray(value);
	if (isList && value.every((item) => typeof item !== 'object')) {
		const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
		// Plus one for the comma that may follow.
		if (indent.length * TAB_WIDTH + prefixWidth + line.length + 1 <= WIDTH) return line;
	}
	const deeper = `${indent}\t`;
	const members = Object.entries(value).map(([key, item]) => {
		const name = isList ? '' : `${JSON.stringify(key)}: `;
		return `${deeper}${name}${formatJson(item, deeper, name.length)}`;
	});
	const [open, close] = isList ? '[]' : '{}';
	return members.length === 0 ? `${open}${close}` : `${open}\n${members.join(',\n')}\n${indent}${close}`;
}

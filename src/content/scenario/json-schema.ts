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

/** The same as the text of `schema/scenario.schema.json`. */
export function scenarioJsonSchemaText(): string {
	return `${JSON.stringify(scenarioJsonSchema(), null, '\t')}\n`;
}

import { z } from 'zod';
import { rawDeck } from '../../src/content/deck/raw.js';
import { BLOCKS, frontMatter } from '../../src/content/lesson/raw.js';
import { scenarioJsonSchema } from '../../src/content/scenario/json-schema.js';
import { SEGMENT_FIGURES } from '../../src/engine/expectations/condition.js';
import { metricUnit } from '../../src/engine/inputs/index.js';
import { METRIC_NAMES } from '../../src/engine/scenario.js';
import { figureLabel, METRIC_LABELS } from '../../src/present/format/labels.js';
import { anchorOf, code, type Page, page, prose, table } from './page.js';

/** What of a JSON Schema is read here. */
interface Schema {
	readonly type?: string;
	readonly description?: string;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: Schema | boolean;
	readonly items?: Schema;
	readonly anyOf?: readonly Schema[];
	readonly enum?: readonly string[];
	readonly minimum?: number;
	readonly maximum?: number;
}

/** Returns the page of the fields of files, from the schemas that check them. */
export const fieldsPage = (): Page =>
	page('fields.md', 'Fields of files', [
		'Every field of a scenario, a lesson and a deck, and every figure that they can name. Fields that are not required may be left out; a number that is left out where no default is given counts as not measured. [Formats](formats.md) says what the files are for, [Your own content](content.md) how to write one.',
		...objectSections('Scenario', '', scenarioJsonSchema() as Schema),
		...objectSections('Head of a lesson', '', jsonSchema(frontMatter)),
		'## Blocks of a lesson',
		'A block begins with three backticks and its name, holds its fields as YAML, and ends with three backticks.',
		...Object.entries(BLOCKS).flatMap(([name, schema]) => objectSections(name, name, jsonSchema(schema), '###')),
		...objectSections('Deck', '', jsonSchema(rawDeck)),
		'## Figures',
		'Metrics of all requests, or of one segment. Shares are fractions from 0 to 1.',
		table(
			['figure', 'on screen', 'unit', 'is'],
			METRIC_NAMES.map((name) => [
				code(name),
				prose(METRIC_LABELS[name].label),
				UNITS[metricUnit(name)],
				prose(METRIC_LABELS[name].means),
			]),
		),
		'Figures of a segment only:',
		table(
			['figure', 'on screen'],
			SEGMENT_FIGURES.map((name) => [code(name), prose(figureLabel(name).label)]),
		),
	]);

const UNITS = { percent: 'share', money: 'USD', duration: 'ms', number: 'number' } as const;

const jsonSchema = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) as Schema;

/** Returns the sections of an object and of those in it; an object that occurs twice has one. */
function objectSections(heading: string, path: string, root: Schema, level = '##'): readonly string[] {
	/** The objects with a section of their own, by their fields. */
	const described = new Map<string, { readonly path: string; readonly schema: Schema; uses: number }>();
	/** Returns a link to the section of an object. */
	const refer = (at: string, schema: Schema): string => {
		const key = JSON.stringify([schema.properties, schema.required]);
		const object = described.get(key) ?? { path: at, schema, uses: 0 };
		object.uses++;
		described.set(key, object);
		return `[${code(object.path)}](#${anchorOf(object.path)})`;
	};
	const sections = [`${level} ${heading}`, ...objectText(path, root, refer)];
	// The loop comes to those too that are added meanwhile.
	for (const object of described.values()) {
		const [fields, ...description] = objectText(object.path, object.schema, refer).toReversed();
		// What one use of it is called is not true of the others.
		sections.push(`#### ${code(object.path)}`, ...(object.uses > 1 ? [] : description), fields ?? '');
	}
	return sections;
}

type Refer = (path: string, schema: Schema) => string;

/** Returns what an object is, and the table of its fields. */
function objectText(
	path: string,
	{ description, properties = {}, required = [] }: Schema,
	refer: Refer,
): readonly string[] {
	const rows = Object.entries(properties).map(([name, schema]) => [
		code(name),
		valueText(schema, path === '' ? name : `${path}.${name}`, refer),
		required.includes(name) ? 'yes' : '',
		prose(descriptionOf(schema)),
	]);
	return [...(description ? [prose(description)] : []), table(['field', 'value', 'required', 'is'], rows)];
}

/** Returns a schema without the null that a field may have, and a choice of types reduced to its own. */
const alternatives = (schema: Schema): readonly Schema[] =>
	(schema.anyOf ?? [schema])
		.flatMap((one) => (one.anyOf ? alternatives(one) : [one]))
		.filter(({ type }) => type !== 'null');

const descriptionOf = (schema: Schema): string =>
	schema.description || (alternatives(schema).find(({ description }) => description)?.description ?? '');

function valueText(schema: Schema, path: string, refer: Refer): string {
	return alternatives(schema)
		.map((one): string => {
			const { type, properties, additionalProperties, items, enum: words, minimum, maximum } = one;
			if (words) return words.length > MANY ? '[a figure](#figures)' : words.map(code).join(', ');
			if (properties) return refer(path, one);
			if (items) return `list of ${valueText(items, `${path}[]`, refer)}`;
			if (type === 'object' && typeof additionalProperties === 'object')
				return `map of ${valueText(additionalProperties, path, refer)}`;
			if (type === 'number' || type === 'integer') return numberText(type, minimum, maximum);
			if (type === 'boolean') return '`true`, `false`';
			return type === 'string' ? 'text' : '';
		})
		.join(' or ');
}

/** More words than this are the names of figures. */
const MANY = 20;

/** Bounds beyond this only keep numbers finite. */
const SAID = 1e8;

function numberText(type: string, minimum: number | undefined, maximum: number | undefined): string {
	const what = type === 'integer' ? 'whole number' : 'number';
	const [low, high] = [minimum, maximum].map((bound) => (bound !== undefined && Math.abs(bound) < SAID ? bound : null));
	if (typeof low === 'number' && typeof high === 'number') return `${what}, ${low} to ${high}`;
	return typeof low === 'number' ? `${what}, at least ${low}` : what;
}

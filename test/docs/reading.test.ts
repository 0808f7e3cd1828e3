import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RATE_FIELDS, REASONING_FIELD, REQUEST_FIELD, TIERS_FIELD } from '../../src/content/prices/fields.js';
import { isMoney } from '../../src/content/prices/unread-fields.js';

const PAGE = readFileSync(new URL('../../docs/reading.md', import.meta.url), 'utf8');

/** Returns the field names in the first column of the table under a heading, except those with a placeholder. */
function fieldsUnder(heading: string): readonly string[] {
	const section = PAGE.split('\n## ').find((part) => part.startsWith(heading)) ?? '';
	const cells = section.split('\n').flatMap((line) => (line.startsWith('| `') ? [line.split(' | ')[0] ?? ''] : []));
	return cells.flatMap((cell) => [...cell.matchAll(/`([a-z_0-9]+)`/g)].map(([, name = '']) => name));
}

it('docs/reading.md lists exactly the fields of a price list that are used', () => {
	const used = [...Object.values(RATE_FIELDS).flat(), REASONING_FIELD, REQUEST_FIELD, TIERS_FIELD];
	expect([...fieldsUnder('Fields that are used')].sort()).toEqual([...used, 'litellm_provider', 'mode'].sort());
});

it('docs/reading.md lists only money fields as not read, and no money field as ignored', () => {
	expect(fieldsUnder('Fields that are named and not read').filter((field) => !isMoney(field))).toEqual([]);
	const ignored = fieldsUnder('Fields that are ignored silently').filter((field) => !/dbu?_cost/.test(field));
	expect(ignored.filter(isMoney)).toEqual([]);
	expect(ignored.length).toBeGreaterThan(5);
});

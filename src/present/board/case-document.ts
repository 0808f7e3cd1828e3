import type { ScenarioDocument } from '../../content/index.js';
import type { DiagnosisCase } from '../../drill/diagnosis/index.js';
import { conditionModel } from '../format/condition-model.js';

/** Returns a diagnosis case as a scenario for the lab; its story has the tables and the conditions to meet. */
export function caseDocument({
	scenario,
	title,
	brief,
	artifacts,
	mend,
	explanation,
}: DiagnosisCase): ScenarioDocument {
	const conditions = mend.map((condition) => `- ${conditionModel(condition, scenario, scenario).requirement}`);
	const tables = artifacts.flatMap(({ title: name, columns, rows }) => [
		`**${name}**`,
		[columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
	]);
	return {
		scenario,
		summary: title,
		source: 'illustrative; drawn for this drill.',
		kind: null,
		teaches: [],
		story: [brief, explanation, 'It is mended when all of this holds:', conditions.join('\n'), ...tables].join('\n\n'),
		artifact: null,
		context: null,
		worksheet: null,
		givenShares: null,
		expectations: [],
	};
}

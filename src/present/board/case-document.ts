import type { ScenarioDocument } from '../../content/index.js';
import type { DiagnosisCase } from '../../drill/diagnosis/index.js';
import { conditionModel } from '../format/condition-model.js';

/** A case that is mended in the lab, as a scenario with a story: its tables, and what asks to hold. */
export function caseDocument({ scenario, title, brief, artifacts, mend, because }: DiagnosisCase): ScenarioDocument {
	const asks = mend.map((condition) => `- ${conditionModel(condition, scenario, scenario).asks}`);
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
		story: [brief, because, 'It is mended when all of this holds:', asks.join('\n'), ...tables].join('\n\n'),
		artifact: null,
		context: null,
		worksheet: null,
		givenShares: null,
		expectations: [],
	};
}

import type { Worksheet } from '../../../src/content/index.js';
import { computeLab } from '../../../src/present/board/lab-input.js';
import type { ReviewInput } from '../../../src/present/review/document.js';
import {
	type Sheet,
	sheetFromTemplate,
	withAssumption,
	withGuardrail,
	withTrigger,
} from '../../../src/worksheet/index.js';
import { shippedScenario } from '../../support/shipped.js';

/** Returns the input of the artifact of a worksheet. */
export const reviewInput = (sheet: Sheet): ReviewInput => ({
	lab: computeLab(sheet.scenario, null, null),
	summary: sheet.summary,
	source: sheet.source,
	notes: [],
	edits: [],
	baseline: null,
	worksheet: sheet.worksheet,
	template: shippedScenario('week-31'),
	name: `${sheet.scenario.id}.yaml`,
});

/** Returns a worksheet from week 31 with every text filled in; `text` maps the name of a field to its text. */
export function filledSheet(text: (where: string) => string): Sheet {
	const sheet = sheetFromTemplate(shippedScenario('week-31'), { id: 'ours', title: text('title') });
	const sheetWithTrigger = unwrap(withTrigger(unwrap(withGuardrail(sheet, FAQ)), FAQ));
	const sheetWithAssumption = unwrap(withAssumption(sheetWithTrigger, 'segments.refund.easyShare', '55%'));
	return {
		...sheetWithAssumption,
		summary: text('summary'),
		source: text('source'),
		scenario: {
			...sheetWithAssumption.scenario,
			segments: sheetWithAssumption.scenario.segments.map((segment) => ({
				...segment,
				name: text(`segment ${segment.id}`),
			})),
			rows: sheetWithAssumption.scenario.rows.map((row) => ({
				...row,
				name: text(`row ${row.id}`),
				improved: text(`improved ${row.id}`),
				mayHaveWorsened: text(`worsened ${row.id}`),
			})),
			guardrails: sheetWithAssumption.scenario.guardrails.map((guardrail) => ({
				...guardrail,
				window: text(`window ${guardrail.metric}`),
				owner: text(`owner ${guardrail.metric}`),
				action: text(`action ${guardrail.metric}`),
			})),
			states: sheetWithAssumption.scenario.states.map((state) => ({ ...state, name: text(`state ${state.id}`) })),
			owners: { cost: text('owner of spend'), resolution: text('owner of resolution') },
		},
		worksheet: worksheetTexts(text, sheetWithAssumption.worksheet),
	};
}

const FAQ = { metric: 'escalationRate', segment: 'faq' } as const;

function worksheetTexts(text: (where: string) => string, { trigger }: Worksheet): Worksheet {
	const yesAnswer = (id: string) => ({ answer: 'yes', evidence: text(`evidence ${id}`) }) as const;
	return {
		template: 'week-31',
		models: { small: text('small model'), strong: text('strong model') },
		change: text('change'),
		slice: text('slice'),
		expected: text('expected'),
		atRisk: 'resolution',
		relieved: text('relieved'),
		created: text('created'),
		owner: text('owner'),
		trigger,
		review: { D1: yesAnswer('D1'), D2: yesAnswer('D2'), D3: yesAnswer('D3'), D4: yesAnswer('D4') },
	};
}

function unwrap<T>(
	result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string },
): T {
	if (!result.ok) throw new Error(result.message);
	return result.value;
}

/** Everything that a page, a pull request or a terminal could interpret. */
export const HOSTILE = [
	'<script>document.title="hacked";document.body.innerHTML="<i id=marker></i>"</script>',
	'<img src=x onerror="document.title=\'hacked\'"><svg/onload=document.title=1>',
	'</style></title></textarea></svg><b id=marker>',
	'--> <!-- ]]>',
	'[x](javascript:alert(1)) ![y](https://example.org/y.png) <https://example.org> www.example.org',
	'| a | b |',
	'`code` ``` ~~~ **bold** $x$ \\',
	'@everyone a@example.org #12 GH-3 https://example.org/x',
	'\u001b]0;x\u0007\u009b31m\u0000 \u202eesrever\u202c \u200b\u2066\u2028\ud800 \u{e0041}',
	'"quoted" \'single\' &lt;b&gt; &amp;',
].join(' ');

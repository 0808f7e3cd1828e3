import { metricUnit } from '../../../engine/inputs/index.js';
import type { Guardrail } from '../../../engine/scenario.js';
import type { LabInput } from '../../../present/board/lab-input.js';
import { figureName } from '../../../present/format/figure-labels.js';
import { inUnit, NOT_MEASURED } from '../../../present/format/format.js';
import { STATE_TEXT } from '../../../present/format/guardrail-text.js';
import type { Line } from '../../../text/line.js';
import { guardrailsInOrder, isAt, keyText, type Sheet, type SheetField } from '../../../worksheet/index.js';
import { fields, type Part, SPACE } from './part.js';

/** Every guardrail with its fields, the rollback trigger first. */
export function guardrailParts(
	sheet: Sheet,
	said: readonly SheetField[],
	{ outcome, scenario }: LabInput,
): readonly Part[] {
	const { trigger } = sheet.worksheet;
	return guardrailsInOrder(sheet).flatMap((guardrail): readonly Part[] => {
		const at = `guardrails.${keyText(guardrail)}.`;
		const state = outcome.guardrails.find(isAt(guardrail));
		const stands = state ? STATE_TEXT[state.state] : null;
		const isTrigger = trigger !== null && isAt(trigger)(guardrail);
		const own = said.filter(({ id }) => id.startsWith(at) && !id.slice(at.length).includes('.'));
		const line: Line = [
			{ text: isTrigger ? 'Rollback trigger: ' : 'Guardrail: ', tone: 'title' },
			{ text: figureName(scenario, guardrail.metric, guardrail.segment), tone: 'title', bold: true },
			// Nobody sees how it stands before they have said what they expect.
			...(stands && sheet.worksheet.expected !== null
				? [{ text: `  ${stands.text} `, tone: stands.tone }, valueSpan(guardrail, state?.value ?? null)]
				: []),
		];
		const [slice, kind, ...rest] = fields(own);
		return [
			SPACE,
			{ kind: 'text', line },
			...(slice ? [slice] : []),
			...(kind ? [kind] : []),
			{ kind: 'number', path: `${at}limit`, label: guardrail.relative ? 'by' : 'limit' },
			...rest,
		];
	});
}

const valueSpan = ({ metric }: Guardrail, value: number | null): Line[number] => ({
	text: `at ${value === null ? NOT_MEASURED : inUnit(value, metricUnit(metric))} now`,
	tone: 'dim',
});

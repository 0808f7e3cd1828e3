import { formatInputValue, isChoice, rangeHint } from '../../../engine/inputs/index.js';
import { valueText } from '../../../present/format/input-text.js';
import { drawCursor, type Editor } from '../../../text/editor.js';
import { fieldAt, numberAt, numberValue, type Sheet, type StepId } from '../../../worksheet/index.js';

/** Returns one line about the focus: its value and how to change it, or what is being typed and how it is read. */
export function sheetStatus(
	sheet: Sheet,
	step: StepId,
	focus: string | null,
	typing: string | null,
	editor: Editor | null = null,
): string {
	if (focus === null) return '';
	const field = fieldAt(sheet, step, focus);
	// The cell of a table is too narrow for an editor, so the status line shows it.
	if (field && editor && step === 'slices') return `${field.label}: ${drawCursor(editor.text, editor.cursor)}`;
	if (field) return field.choices.length > 0 ? `${field.help} ←→ or Enter chooses.` : field.help;
	if (step === 'memory') return 'Enter asks it, and what follows it';
	const input = numberAt(sheet, focus);
	if (!input) return '';
	const value = numberValue(sheet, focus);
	const nothing = value === null && /\.(smallRight|noticed)$/.test(focus);
	const now = nothing ? 'none: nothing of it is routed small' : formatInputValue(input, value);
	const [group, id] = focus.split('.');
	const slice = group === 'segments' ? sheet.scenario.segments.find((one) => one.id === id)?.name : undefined;
	const name = slice ? `${slice} · ${input.label}` : input.label;
	return typing === null
		? `${name} ${now} · ${isChoice(input.kind) ? '←→ switches it' : rangeHint(input)}`
		: valueText(name, input, now, typing);
}

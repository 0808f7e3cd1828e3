import type { LabInput } from '../present/board/lab-input.js';
import { type ReportSection, reportSections } from '../present/review/report-model.js';
import { guardrailSections } from './guardrails.js';

/** What a report for people prints: after the verdict, what speaks for and against it and who does what. */
export function allSections(lab: LabInput): readonly ReportSection[] {
	const [verdict, ...rest] = reportSections(lab);
	return [...(verdict ? [verdict] : []), ...guardrailSections(lab), ...rest];
}

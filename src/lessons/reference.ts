// Texts of a lesson that stand for what an earlier answer gave: `$token`.
import type { LearntName } from './lesson';

/** What earlier answers gave, by its wire name. */
export type Known = Readonly<Partial<Record<LearntName, string>>>;

/** The name that a text such as `$token` stands for; null for any other value. */
export const referenceIn = (value: unknown): string | null =>
	typeof value === 'string' ? (/^\$(\w+)$/.exec(value)?.[1] ?? null) : null;

/** The text that `$token` stands for; the text itself if it stands for nothing that is known. */
export function filled(text: string, known: Known): string {
	const name = referenceIn(text) ?? '';
	return Object.hasOwn(known, name) ? (known[name as LearntName] ?? text) : text;
}

import { tags, type Tag } from '@lezer/highlight';

/** How the editor colours XML and JSON: as `syntaxOf` has the light view do it. */
export const HIGHLIGHTS: readonly { tag: readonly Tag[]; color: string }[] = [
	{ tag: [tags.tagName, tags.propertyName, tags.attributeName], color: 'var(--syntax-name)' },
	{ tag: [tags.string, tags.attributeValue], color: 'var(--syntax-string)' },
	{ tag: [tags.number, tags.bool, tags.null], color: 'var(--syntax-number)' },
	{
		tag: [
			tags.angleBracket,
			tags.punctuation,
			tags.definitionOperator,
			tags.comment,
			tags.processingInstruction,
			tags.documentMeta
		],
		color: 'var(--syntax-quiet)'
	}
];

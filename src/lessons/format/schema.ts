// A shape as a JSON Schema, https://json-schema.org/draft-07.
import { taggedKeys, type Names, type ObjectShape, type FileShape } from './shape';

/** A piece of a JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

/** Shapes and lists of names that are written once, under `definitions`, by their names there. */
export type Definitions = Readonly<Record<string, FileShape | Names>>;

/** Writes shapes as schemas; what is defined is referred to. */
class Writer {
	readonly #names: ReadonlyMap<FileShape | Names, string>;

	constructor(definitions: Definitions) {
		this.#names = new Map(Object.entries(definitions).map(([name, each]) => [each, name]));
	}

	/** A reference to what is defined, else the schema itself. */
	of(each: FileShape | Names): Schema {
		const name = this.#names.get(each);
		return name === undefined ? this.written(each) : { $ref: `#/definitions/${name}` };
	}

	/** The schema itself. */
	written = (each: FileShape | Names): Schema => ('kind' in each ? this.#shape(each) : names(each));

	#object({ keys, oneOf, narrowed }: ObjectShape): Schema {
		// Beside a $ref nothing counts, so that a description needs one of two.
		const properties = Object.entries(keys).map(([name, { shape, about }]) => [
			name,
			{ description: about, allOf: [this.of(shape)] }
		]);
		const required = Object.entries(keys).filter(([, key]) => key.required);
		return {
			type: 'object',
			properties: Object.fromEntries(properties),
			required: required.map(([name]) => name),
			additionalProperties: false,
			...(oneOf ? { oneOf: oneOf.map((name) => ({ required: [name] })) } : {}),
			...(narrowed ? { allOf: this.#narrowed(narrowed) } : {})
		};
	}

	/** For each text at one key, the names allowed in the map at another. */
	#narrowed({ by, of, names }: NonNullable<ObjectShape['narrowed']>): Schema[] {
		return Object.entries(names).map(([text, each]) => ({
			if: { required: [by], properties: { [by]: { const: text } } },
			then: { properties: { [of]: { propertyNames: this.of(each) } } }
		}));
	}

	#shape(shape: FileShape): Schema {
		switch (shape.kind) {
			case 'text': {
				const { atMost, mayBeEmpty, pattern } = shape;
				const limits = { type: 'string', minLength: mayBeEmpty ? 0 : 1, maxLength: atMost };
				return pattern ? { ...limits, pattern: pattern.source } : limits;
			}
			case 'whole':
				return { type: 'integer', minimum: shape.least, maximum: shape.most };
			case 'name':
				return this.of(shape.names);
			case 'scalar':
				return { type: ['string', 'number', 'boolean', 'null'], maxLength: shape.atMost };
			case 'list':
				return {
					type: 'array',
					items: this.of(shape.of),
					minItems: shape.least,
					maxItems: shape.most
				};
			case 'map':
				return {
					type: 'object',
					propertyNames: this.of(shape.names),
					additionalProperties: this.of(shape.of),
					maxProperties: shape.most
				};
			case 'object':
				return this.#object(shape);
			case 'choice':
				return { anyOf: shape.of.map((each) => this.of(each)) };
			case 'tagged':
				return {
					anyOf: Object.entries(shape.of).map(([name, each]) =>
						this.#object({ ...each, keys: taggedKeys(shape.tag, name, each) })
					)
				};
			default:
				return shape satisfies never;
		}
	}
}

/** A schema of names; of none where none is known, for an `enum` may not be empty. */
function names({ known, pattern }: Names): Schema {
	if (known.length === 0) return { not: {} };
	const listed = { type: 'string', enum: known };
	return pattern === undefined ? listed : { anyOf: [listed, { type: 'string', pattern }] };
}

/** A JSON Schema that takes exactly what `problemsOf` finds nothing wrong with. */
export function schemaOf(shape: FileShape, title: string, definitions: Definitions = {}): Schema {
	const writer = new Writer(definitions);
	const defined = Object.entries(definitions).map(([name, each]) => [name, writer.written(each)]);
	return {
		$schema: 'http://json-schema.org/draft-07/schema#',
		title,
		...writer.written(shape),
		definitions: Object.fromEntries(defined)
	};
}

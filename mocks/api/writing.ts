import type { WireFields, WireTree } from './write';

/** Ways to print requests that the formats and GeoReport v2 allow, and few servers use. */
export interface Writing {
	/** The ids of the requests whose description XML prints as CDATA. */
	cdata: readonly string[];
	/**
	 * The ids of the requests of which every field is empty (XML) or null or left out (JSON, as the
	 * dialect has it), except `service_request_id`, `status`, `service_code` and
	 * `requested_datetime`.
	 */
	bare: readonly string[];
	/** Fields that GeoReport v2 does not know; each request has them after its own. */
	extra: readonly (readonly [name: string, value: WireTree])[];
}

/** The fields that a bare request has. */
const BARE = ['service_request_id', 'status', 'service_code', 'requested_datetime'];

/** Returns the fields of the request with this id as they are to be printed. */
export function inWriting({ fields }: WireFields, id: string, writing?: Writing): WireFields {
	if (!writing) return { fields };
	const { cdata, bare, extra } = writing;
	const printed = (name: string, value: WireTree): WireTree => {
		if (bare.includes(id) && !BARE.includes(name)) return null;
		const isCdata = name === 'description' && typeof value === 'string' && cdata.includes(id);
		return isCdata ? { cdata: value } : value;
	};
	return {
		fields: [...fields.map(([name, value]) => [name, printed(name, value)] as const), ...extra]
	};
}

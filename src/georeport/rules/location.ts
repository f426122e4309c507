// Rules for the location of a report: "POST Service Request", lat, long, address_string and
// address_id.
import { toNumber, type FormValues } from './form-values';
import type { Problem, Rule, RuleContext } from './rule';

const LIMITS = { lat: 90, long: 180 } as const;

type Coordinate = keyof typeof LIMITS;

const COORDINATES: readonly Coordinate[] = ['lat', 'long'];

const isDegrees = (name: Coordinate, text: string) => Math.abs(toNumber(text)) <= LIMITS[name];

/**
 * A report needs a location. Coordinates come in pairs, in degrees, and must be inside the city.
 */
export const location: Rule = (form, context) => [
	...noLocation(form, context),
	...coordinates(form, context),
	...addressId(form, context),
	...severalKinds(form, context)
];

function noLocation({ has }: FormValues, { dialect }: RuleContext): Problem[] {
	const kinds = ['lat', 'long', 'address_string', 'address_id'];
	// The mock-up also accepts `address`, because a client of Toronto's sends it.
	if ([...kinds, ...(dialect ? ['address'] : [])].some(has)) return [];
	const words = 'Add a place: lat and long, or an address.';
	return [{ names: ['lat', 'long', 'address_string', 'address_id'], kind: 'missing', words }];
}

function coordinates({ one, has }: FormValues, { city }: RuleContext): Problem[] {
	if (!COORDINATES.some(has)) return [];
	const problems = COORDINATES.flatMap((name): Problem[] => {
		const limit = LIMITS[name];
		if (!has(name)) {
			const other = name === 'lat' ? 'long' : 'lat';
			const words = `Add ${name}: both are needed.`;
			return [{ names: [name, other], kind: 'missing', words }];
		}
		const words = `${name} must be decimal degrees from ${-limit} to ${limit}, such as ${name === 'lat' ? '43.6534' : '-79.3841'}.`;
		return isDegrees(name, one(name)) ? [] : [{ names: [name], kind: 'wrong', words }];
	});
	if (problems.length > 0 || !city) return problems;
	const [lat, long] = [toNumber(one('lat')), toNumber(one('long'))];
	if (city.contains({ lat, long })) return [];
	const words = city.contains({ lat: long, long: lat })
		? 'lat and long are swapped. In Toronto lat is about 43.7, long about -79.4.'
		: 'This point is outside the City of Toronto. Choose one inside, for example on the map.';
	return [{ names: ['lat', 'long'], kind: 'wrong', words }];
}

/** In the mock-up an address_id is a number of the City's, all digits. */
function addressId({ one, has }: FormValues, { dialect }: RuleContext): Problem[] {
	if (!dialect || !has('address_id') || /^\d+$/.test(one('address_id'))) return [];
	const words =
		'address_id is a number of the City’s, digits only. Leave it empty if you have none.';
	return [{ names: ['address_id'], kind: 'wrong', words }];
}

/** The specification allows several kinds of location and does not say which one counts. */
function severalKinds({ has }: FormValues, { dialect }: RuleContext): Problem[] {
	const addresses = ['address_string', 'address_id'].filter(has);
	const [first, second] = addresses;
	if (!dialect || !first) return [];
	if (COORDINATES.every(has)) {
		const words = `lat and long decide where it is; ${addresses.join(' and ')} ${second ? 'are' : 'is'} kept as typed.`;
		return [{ names: [first, ...addresses.slice(1), ...COORDINATES], kind: 'note', words }];
	}
	if (!second || COORDINATES.some(has)) return [];
	const words = 'address_id decides where it is; address_string is ignored.';
	return [{ names: ['address_string', 'address_id'], kind: 'note', words }];
}

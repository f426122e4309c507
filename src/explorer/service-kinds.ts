import type { ServiceRequest } from '../georeport/types';

/** The two kinds of services with a hue of their own, and all the others. */
export type ServiceKind = 'pothole' | 'graffiti' | 'other';

/** What a service request is about, each with a shape of its own; `graffiti` is none of the five. */
export type Mark =
	'pothole' | 'property' | 'road' | 'sidewalk' | 'bridge' | 'bin' | 'graffiti' | 'other';

/** Toronto's six services, by service_code. */
const BY_CODE: ReadonlyMap<string, Mark> = new Map(
	Object.entries({
		'CSROWR-12': 'pothole',
		'30102': 'property',
		'CSROWC-05': 'road',
		'CSROSC-14': 'sidewalk',
		'CSROWBM-03': 'bridge',
		'SWLMALB-02': 'bin'
	} as const)
);

const GRAFFITI_ON: readonly (readonly [RegExp, Mark])[] = [
	[/private|property/i, 'property'],
	[/sidewalk/i, 'sidewalk'],
	[/bridge/i, 'bridge'],
	[/\bbin\b|litter/i, 'bin'],
	[/road|street/i, 'road']
];

/** What a service request is about, told by Toronto's codes, else from the words of its service. */
export function markOf({
	service_name,
	service_code
}: Pick<ServiceRequest, 'service_name' | 'service_code'>): Mark {
	const known = BY_CODE.get(service_code ?? '');
	if (known) return known;
	const words = `${service_name ?? ''} ${service_code ?? ''}`;
	if (/graffiti/i.test(words)) {
		return GRAFFITI_ON.find(([pattern]) => pattern.test(words))?.[1] ?? 'graffiti';
	}
	return /pot ?hole/i.test(words) ? 'pothole' : 'other';
}

/** Whether a service request is still open; one without a status was just reported. */
export const isOpen = ({ status }: Pick<ServiceRequest, 'status'>) =>
	status?.toLowerCase() !== 'closed';

/** The kind of service that a mark stands for: it gives the hue. */
export const serviceKindOf = (mark: Mark): ServiceKind =>
	mark === 'pothole' || mark === 'other' ? mark : 'graffiti';

/** What the legend calls each mark, in its order; of graffiti, what they are on. */
export const MARK_WORDS: Readonly<Record<Mark, string>> = {
	pothole: 'pothole',
	property: 'private property',
	road: 'road',
	sidewalk: 'sidewalk',
	bridge: 'bridge',
	bin: 'litter bin',
	graffiti: 'other graffiti',
	other: 'other'
};

/**
 * The outline of each kind's mark, as SVG path data in a box of 24 by 24: list, legend and map. They
 * are told apart without colour: disc, house, diamond, square, arch, bin, hexagon, triangle.
 */
export const MARK_SHAPES: Readonly<Record<Mark, string>> = {
	pothole: 'M12 5a7 7 0 1 1 0 14a7 7 0 1 1 0-14Z',
	property: 'M12 3.5L20 10.5V19.5H4V10.5Z',
	road: 'M12 3.5L20.5 12L12 20.5L3.5 12Z',
	sidewalk: 'M5.5 5.5H18.5V18.5H5.5Z',
	bridge: 'M3.5 18V14a8.5 8.5 0 0 1 17 0V18H15.5a3.5 4 0 0 0-7 0Z',
	bin: 'M4 5H20L17 19.5H7Z',
	graffiti: 'M8 5H16L20 12L16 19H8L4 12Z',
	other: 'M12 4L20.5 19H3.5Z'
};

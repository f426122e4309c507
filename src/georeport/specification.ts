const NAME = /georeport[\s_-]*v(\d+(?:\.\d+)*)(?:[\s_.-]*(draft))?\/?$/i;

/**
 * What people call the specification that a discovery document names by a token such as
 * `http://wiki.open311.org/GeoReport_v2`: “GeoReport v2”, “GeoReport v2.1 (draft)”. Null for one that
 * is no GeoReport.
 */
export function specificationName(token: string | null): string | null {
	const [, version, draft] = NAME.exec(token?.trim() ?? '') ?? [];
	if (version === undefined) return null;
	return `GeoReport v${version}${draft === undefined ? '' : ' (draft)'}`;
}

/** Whether a specification is GeoReport v2, or a draft of what was to follow it and only adds to it. */
export const isGeoReport2 = (token: string | null): boolean =>
	/^GeoReport v2(?:\.1)?(?: |$)/.test(specificationName(token) ?? '');

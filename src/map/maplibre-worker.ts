// MapLibre's worker, as a file of ours.
import 'maplibre-gl/dist/maplibre-gl-worker.mjs';

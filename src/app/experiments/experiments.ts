/** The experiments, loaded when they are asked for: their state and the page that shows them. */
import '../../views/experiments/experiment-page.ts';

export { ExperimentDesks } from './experiment-desks.ts';

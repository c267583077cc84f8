import { startViewer } from '../../src/viewer/start-viewer.ts';

startViewer();

import { registerBackend } from './backend.ts';
import { createWebgl } from './webgl.ts';

registerBackend(createWebgl());

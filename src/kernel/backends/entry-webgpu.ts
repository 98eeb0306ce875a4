import { registerBackend } from './backend.ts';
import { createWebgpu } from './webgpu/start.ts';

registerBackend(createWebgpu());

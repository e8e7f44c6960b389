export { compile as run } from './compile';

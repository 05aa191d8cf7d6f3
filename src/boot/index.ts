export { InsteadBoot, type InsteadBootProps } from './instead-boot.tsx';

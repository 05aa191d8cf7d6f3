export { createTestGateway, type TestGateway } from './create-test-gateway.ts';

// The only import of React: otherwise the bundle would repeat it for each file in an app that leaves React external.
export {
  createContext,
  forwardRef,
  useContext,
  useEffect,
  useInsertionEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
export { createPortal } from 'react-dom';

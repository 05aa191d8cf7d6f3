import { useId, useState, type CSSProperties } from 'react';
import { PayButton } from 'react-instead-pay';
import { createMockAdapter } from 'react-instead-pay/testing';
import { makeRequest } from '../make-request.ts';
import { StoryFrame } from '../story-frame.tsx';
import { PROPERTIES } from './properties.ts';

/** Every custom property of the styles, with a field to change it. Empty: its default. */
export function ThemeEditor() {
  const [adapter] = useState(createMockAdapter);
  const [values, setValues] = useState<Record<string, string>>({});
  const id = useId();
  const style = Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as CSSProperties;
  return (
    <div>
      <div
        style={{
          ...style,
          padding: 24,
          border: '1px solid light-dark(#d4d4d8, #38332d)',
          borderRadius: 12,
        }}
      >
        <StoryFrame adapter={adapter} locale="ko">
          <PayButton request={makeRequest()} overlay={false} />
        </StoryFrame>
      </div>
      <div className="scrolls" tabIndex={0} role="region" aria-label="Custom properties">
        <table>
          <thead>
            <tr>
              <th scope="col">property</th>
              <th scope="col">what</th>
              <th scope="col">value</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(PROPERTIES).map(([name, { what, example }]) => (
              <tr key={name}>
                <td>
                  <label htmlFor={id + name}>
                    <code>{name}</code>
                  </label>
                </td>
                <td>{what}</td>
                <td>
                  <input
                    id={id + name}
                    placeholder={example}
                    value={values[name] ?? ''}
                    onChange={({ target }) => setValues((before) => ({ ...before, [name]: target.value }))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

import { ReflectionKind } from 'typedoc';
import { MarkdownTheme, MarkdownThemeContext } from 'typedoc-plugin-markdown';

/**
 * Shows types and functions as the source declares them, with the comments on the members of a union, and components as JSX.
 * Omits what TypeDoc repeats below a signature.
 */
export function createApiTheme({ write, writeHidden, writeComponent }) {
  return class ApiTheme extends MarkdownTheme {
    getRenderContext(page) {
      const context = new MarkdownThemeContext(this, page, this.application.options);
      context.partials = { ...context.partials, ...changeParts(context.partials) };
      return context;
    }
  };

  function changeParts({
    comment,
    declarationTitle,
    hierarchy,
    member,
    memberTitle,
    memberWithGroups,
    signatureTitle,
  }) {
    const showComponent = ({ name, parent }) => {
      const jsx = parent && isModule(parent) && writeComponent(parent.name, name);
      return jsx && `\`\`\`tsx\n${jsx}\n\`\`\`\n\nProps: [${name}Props](#${name.toLowerCase()}props).`;
    };
    const showHidden = ({ name, parent }) => toCode(writeHidden(parent.name, name));
    const show = ({ name, parent }) => toCode([write(parent.name, name), ...writeHidden(parent.name, name)]);
    return {
      member: (model, options) =>
        isShownWhole(model)
          ? join(show(model), model.comment && comment(model.comment, { headingLevel: options.headingLevel + 1 }))
          : member(model, options),
      memberWithGroups: (model, options) =>
        join(memberWithGroups(model, options), !isModule(model) && showHidden(model)),
      memberTitle: (model) => (showComponent(model) ? `\`<${model.name}>\`` : memberTitle(model)),
      declarationTitle: (model, options) => showComponent(model) || declarationTitle(model, options),
      signatureTitle: (model, options) =>
        model.parent.kind === ReflectionKind.Function
          ? showComponent(model.parent) || show(model.parent)
          : signatureTitle(model, options),
      // The signature already has it.
      signatureReturns: () => '',
      hierarchy: (model, options) => (model.isTarget ? '' : hierarchy(model, options)),
    };
  }
}

const isModule = ({ kind }) => kind === ReflectionKind.Module || kind === ReflectionKind.Project;
// A list of plain properties is easier to read as a table.
const isShownWhole = ({ kind, children = [], typeParameters }) =>
  kind === ReflectionKind.TypeAlias ||
  kind === ReflectionKind.Class ||
  (kind === ReflectionKind.Interface &&
    Boolean(typeParameters || children.some((child) => child.kind === ReflectionKind.Method)));
const toCode = (blocks) => (blocks.length ? `\`\`\`ts\n${blocks.join('\n\n')}\n\`\`\`` : '');
const join = (...parts) => parts.filter(Boolean).join('\n\n');

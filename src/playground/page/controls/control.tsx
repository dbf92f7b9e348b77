import type { Control } from '../block-kit.ts';
import { Unsupported } from '../blocks/unsupported.tsx';
import { ButtonControl, FeedbackControl } from './button.tsx';
import { OverflowControl } from './drop-down.tsx';
import {
  CheckboxesControl,
  DatePickerControl,
  RadioButtonsControl,
  TextInputControl,
  TimePickerControl,
} from './form-inputs.tsx';
import {
  ConversationsSelectControl,
  MultiConversationsSelectControl,
  MultiStaticSelectControl,
  StaticSelectControl,
} from './selects.tsx';
import type { ControlProps } from './surface.ts';

/** An interactive element of Block Kit. */
export const ControlElement = ({ element, ...rest }: ControlProps<Control>) => {
  switch (element.type) {
    case 'button':
      return <ButtonControl element={element} {...rest} />;
    case 'overflow':
      return <OverflowControl element={element} {...rest} />;
    case 'feedback_buttons':
      return <FeedbackControl element={element} {...rest} />;
    case 'static_select':
      return <StaticSelectControl element={element} {...rest} />;
    case 'multi_static_select':
      return <MultiStaticSelectControl element={element} {...rest} />;
    case 'conversations_select':
      return <ConversationsSelectControl element={element} {...rest} />;
    case 'multi_conversations_select':
      return <MultiConversationsSelectControl element={element} {...rest} />;
    case 'checkboxes':
      return <CheckboxesControl element={element} {...rest} />;
    case 'radio_buttons':
      return <RadioButtonsControl element={element} {...rest} />;
    case 'timepicker':
      return <TimePickerControl element={element} {...rest} />;
    case 'datepicker':
      return <DatePickerControl element={element} {...rest} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextInputControl element={element} {...rest} />;
    default:
      return <Unsupported type={(element as { readonly type: string }).type} />;
  }
};

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { newId } from '../../protocol/device';
import { postJson } from '../../protocol/http';
import { asRead, type Room, roomKey } from '../shared/room';
import { appointmentsKey } from './appointments';

/** Enters the room; what follows is told by the hub and shown where all calls are. */
export function useEnter(id: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    networkMode: 'always',
    mutationFn: () => postJson<Room>(`/api/appointments/${id}/enter`, { key: newId() }),
    onSuccess: room => {
      client.setQueryData(roomKey(id), asRead(room));
      void client.invalidateQueries({ queryKey: appointmentsKey });
      void navigate({ to: '/anfragen' });
    },
    onError: () => void client.invalidateQueries({ queryKey: roomKey(id) }),
  });
}
